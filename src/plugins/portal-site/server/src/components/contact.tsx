import type { Text } from '../words';
import type { Definition } from './definitions';

type Contact = { phone: string | null; email: string | null };

/** Ways to reach a person or an agency. */
export const contactLines = ({ phone, email }: Contact, text: Text): Definition[] => [
  ...(phone ? [[text('phone'), <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>] as const] : []),
  ...(email ? [[text('email'), <a href={`mailto:${email}`}>{email}</a>] as const] : []),
];

import { useForm } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { parsePeriod } from '../../../../../reports';
import { portalDay } from '../../../../../vietnamese';
import { latestFinished } from './period-parts';

/** The address of the form of a new report, with the agency and the period that it begins with. */
export const addressOfNew = (type: string, agency: string, period: string): string =>
  `/content-manager/collection-types/${type}/create?agency=${agency}&period=${period}`;

/** The document of the open form; null while it is being created. */
export function useDocumentId(): string | null {
  const { id } = useParams();
  return id === undefined || id === 'create' ? null : id;
}

/**
 * The period of the open form. A new report has the one of its address, else the latest month that has ended; it is proposed, and
 * not yet the form's, as long as the person has changed nothing.
 */
export function usePeriod(): { period: string | null; isProposed: boolean } {
  const { period } = useForm('usePeriod', ({ values }) => values) as { period?: string | null };
  const document = useDocumentId();
  if (period || document !== null) return { period: period || null, isProposed: false };
  const asked = new URLSearchParams(location.search).get('period') ?? '';
  const proposed = parsePeriod(asked) ? asked : latestFinished('month', portalDay(new Date()));
  return { period: proposed, isProposed: true };
}

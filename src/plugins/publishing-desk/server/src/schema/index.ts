import { history } from './history';
import { review } from './review';

export const schema = [...history, ...review];

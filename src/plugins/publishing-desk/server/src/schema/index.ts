import { history } from './history';
import { previews } from './previews';
import { review } from './review';

export const schema = [...history, ...previews, ...review];

import { history } from './history';
import { previews } from './previews';

export const schema = [...history, ...previews];

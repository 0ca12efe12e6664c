import { history } from './history';

export const schema = [...history];

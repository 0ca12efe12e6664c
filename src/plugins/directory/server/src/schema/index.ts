import { agencies } from './agencies';
import { appointments } from './appointments';
import { nameKey } from './name-key';
import { references } from './references';

const base = [`CREATE SCHEMA IF NOT EXISTS directory`, `CREATE EXTENSION IF NOT EXISTS btree_gist`];

export const schema = [...base, ...references, ...nameKey, ...agencies, ...appointments];

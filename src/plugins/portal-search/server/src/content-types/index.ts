import abbreviation from './abbreviation/schema.json';

export default { abbreviation: { schema: abbreviation } };

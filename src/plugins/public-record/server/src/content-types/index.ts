import directive from './directive/schema.json';
import exchangeReport from './exchange-report/schema.json';
import procedureReport from './procedure-report/schema.json';
import programme from './programme/schema.json';

export default {
  directive: { schema: directive },
  'exchange-report': { schema: exchangeReport },
  'procedure-report': { schema: procedureReport },
  programme: { schema: programme },
};

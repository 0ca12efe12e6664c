import directive from './directive/schema.json';
import programme from './programme/schema.json';

export default {
  directive: { schema: directive },
  programme: { schema: programme },
};

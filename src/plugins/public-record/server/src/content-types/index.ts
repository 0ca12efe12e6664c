import directive from './directive/schema.json';

export default {
  directive: { schema: directive },
};

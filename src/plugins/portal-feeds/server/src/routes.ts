import { operations, type Operation } from './contract/operations';
import { syndicationPaths, type SyndicationPath } from './syndication/paths';

const config = { auth: false, prefix: '', middlewares: ['plugin::portal-feeds.caching-of-errors'] };

/** Public by decision: each of these shows only what is visible now, whoever asks. */
const open = ({ path, handler }: Operation) => ({
  method: 'GET',
  path: `/portal/v1${path.replace(/\{(\w+)\}/g, ':$1')}`,
  handler,
  config: { ...config },
});

/** Public likewise. What stands outside `/api` is to Strapi a route of its panel, whatever it shows. */
const openToReaders = ({ path, handler }: SyndicationPath) => ({ method: 'GET', path, handler, config: { ...config } });

/** Outside `/api`, and of no plugin's name: where load balancers and Prometheus look. */
const forOperators = (path: string, handler: string) => ({ method: 'GET', path, handler, config: { auth: false } });

export default {
  'content-api': { type: 'content-api', routes: operations.map(open) },
  syndication: { type: 'admin', routes: syndicationPaths.map(openToReaders) },
  operators: {
    type: 'admin',
    prefix: '',
    routes: [forOperators('/readyz', 'operators.ready'), forOperators('/metrics', 'operators.metrics')],
  },
};

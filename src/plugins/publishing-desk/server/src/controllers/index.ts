import audit from './audit';
import checks from './checks';
import history from './history';
import publicLife from './public-life';
import userAgencies from './user-agencies';

export default { audit, checks, history, 'public-life': publicLife, 'user-agencies': userAgencies };

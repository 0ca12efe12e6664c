import audit from './audit';
import history from './history';
import previews from './previews';
import publicLife from './public-life';
import userAgencies from './user-agencies';

export default { audit, history, previews, 'public-life': publicLife, 'user-agencies': userAgencies };

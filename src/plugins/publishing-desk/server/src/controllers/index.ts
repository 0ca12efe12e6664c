import audit from './audit';
import history from './history';
import publicLife from './public-life';

export default { audit, history, 'public-life': publicLife };

import history from './history';
import publicLife from './public-life';

export default { history, 'public-life': publicLife };

import checks from './checks';
import history from './history';
import invitations from './invitations';
import publicLife from './public-life';

export default { checks, history, invitations, 'public-life': publicLife };

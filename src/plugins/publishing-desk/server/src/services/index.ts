import history from './history';
import invitations from './invitations';
import publicLife from './public-life';

export default { history, invitations, 'public-life': publicLife };

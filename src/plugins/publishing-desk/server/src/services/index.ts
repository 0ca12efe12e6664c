import history from './history';
import invitations from './invitations';
import previews from './previews';
import publicLife from './public-life';

export default { history, invitations, previews, 'public-life': publicLife };

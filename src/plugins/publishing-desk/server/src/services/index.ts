import checks from './checks';
import history from './history';
import invitations from './invitations';
import previews from './previews';
import publicLife from './public-life';
import review from './review';

export default { checks, history, invitations, previews, 'public-life': publicLife, review };

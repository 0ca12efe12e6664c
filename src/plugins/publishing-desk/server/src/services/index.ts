import history from './history';
import invitations from './invitations';
import previews from './previews';
import publicLife from './public-life';
import review from './review';

export default { history, invitations, previews, 'public-life': publicLife, review };

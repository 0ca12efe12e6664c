import history from './history';
import invitations from './invitations';
import publicLife from './public-life';
import review from './review';

export default { history, invitations, 'public-life': publicLife, review };

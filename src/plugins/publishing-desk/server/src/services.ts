import checks from './checks/service';
import history from './history/service';
import invitations from './invitations/service';
import previews from './previews/service';
import withdrawal from './withdrawal/service';
import review from './review/service';

export default { checks, history, invitations, previews, withdrawal, review };

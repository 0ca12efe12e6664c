import checks from './checks/service';
import history from './history/service';
import invitations from './invitations/service';
import previews from './previews/service';
import references from './references/named-references';
import review from './review/service';
import { tokens } from './permissions/caller';
import withdrawal from './withdrawal/service';

export default { checks, history, invitations, previews, references, review, tokens, withdrawal };

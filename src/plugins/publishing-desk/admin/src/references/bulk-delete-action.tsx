import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { useQueryParams } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { DELETE_ACTION } from '../../../../../strapi-internals/panel/document-actions';
import { Guarded } from '../shared/guarded';
import { useLabels } from '../shared/use-labels';
import { BulkDeleteDialog } from './bulk-delete-dialog';
import { isWatched } from '../watched-types';

/** Strapi's actions on several documents, with the desk's dialog where one of those that are deleted is in use. */
export const withBulkDeleteDialog = (actions: BulkActionComponent[]): BulkActionComponent[] =>
  actions.map((action) => (action.type === DELETE_ACTION ? showingUses(action) : action));

function showingUses(deleteAction: BulkActionComponent): BulkActionComponent {
  const showing: BulkActionComponent = (props) => {
    const { model, documents } = props;
    const { say } = useLabels();
    const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
    const action = deleteAction(props);
    const locale = query.plugins?.i18n?.locale;
    const ids = documents.map(({ documentId }) => documentId).join(' ');
    // A new component at each drawing would lose what is chosen in the dialog.
    const content = useMemo(
      () => () => (
        <Guarded>
          <BulkDeleteDialog type={model} documentIds={ids.split(' ')} locale={locale} />
        </Guarded>
      ),
      [model, ids, locale],
    );
    if (!action || !isWatched(model)) return action;
    return { ...action, dialog: { type: 'modal', title: say('delete.title'), content } };
  };
  return Object.assign(showing, deleteAction);
}

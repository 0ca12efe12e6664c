import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useMemo } from 'react';
import { DELETE_ACTION, languageDeletion } from '../../../../../strapi-internals/panel/document-actions';
import { Guarded } from '../shared/guarded';
import { useLabels } from '../shared/use-labels';
import { DeleteDialog } from './delete-dialog';
import { isWatched } from '../watched-types';

/**
 * Strapi's actions on a document, with the desk's dialog before one is deleted, in all its languages or in one: what uses
 * it, and what can replace it.
 */
export function withDeleteDialog(actions: DocumentActionComponent[]): DocumentActionComponent[] {
  const ofLanguage = languageDeletion(actions);
  return actions.map((action) =>
    action.type === DELETE_ACTION || action === ofLanguage ? showingUses(action, action === ofLanguage) : action,
  );
}

function showingUses(deleteAction: DocumentActionComponent, isOfLanguage: boolean): DocumentActionComponent {
  const showing: DocumentActionComponent = (props) => {
    const { model, documentId, document } = props;
    const { say } = useLabels();
    const action = deleteAction(props);
    const locale = isOfLanguage ? ((document?.locale as string | null | undefined) ?? undefined) : undefined;
    // A new component at each drawing would lose what is chosen in the dialog.
    const content = useMemo(
      () => () => (
        <Guarded>
          <DeleteDialog
            type={model}
            documentId={documentId ?? ''}
            locale={locale}
            onDeleted={() => showList(documentId ?? '')}
          />
        </Guarded>
      ),
      [model, documentId, locale],
    );
    if (!action || !documentId || !isWatched(model)) return action;
    return { ...action, dialog: { type: 'modal', title: say('delete.title'), content } };
  };
  return Object.assign(showing, deleteAction);
}

/** Loads the list anew: the panel would ask for the document once more, and say that it is not found. */
const showList = (documentId: string) =>
  location.assign(location.href.replace(new RegExp(`/${documentId}([/?].*)?$`), ''));

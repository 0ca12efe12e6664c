import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useMemo, useRef, type ReactNode } from 'react';
import { DELETE_ACTION } from '../../../../../strapi-internals/panel/document-actions';
import { Guarded } from '../shared/guarded';
import { useLabels } from '../shared/use-labels';
import { DeleteDialog } from './delete-dialog';

/** The plugins whose documents the desk keeps from being deleted while they are in use. */
const WATCHED = /^plugin::(newsroom|directory)\./;

/** Strapi's actions on a document, with the desk's dialog before one is deleted: what uses it, and what can replace it. */
export const withDeleteDialog = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions.map((action) => (action.type === DELETE_ACTION ? showingUses(action) : action));

type ConfirmDialog = { content?: ReactNode; onConfirm?(): Promise<void> | void };

function showingUses(deleteAction: DocumentActionComponent): DocumentActionComponent {
  const showing: DocumentActionComponent = (props) => {
    const { model, documentId } = props;
    const { say } = useLabels();
    const action = deleteAction(props);
    const core = useRef<ConfirmDialog>();
    if (action?.dialog?.type === 'dialog') core.current = action.dialog;
    // A new component at each drawing would lose what is chosen in the dialog.
    const content = useMemo(
      () =>
        ({ onClose }: { onClose(): void }) => (
          <Guarded>
            <DeleteDialog
              type={model}
              documentId={documentId ?? ''}
              question={core.current?.content}
              onDelete={async () => core.current?.onConfirm?.()}
              onClose={onClose}
            />
          </Guarded>
        ),
      [model, documentId],
    );
    if (!action || !documentId || !WATCHED.test(model)) return action;
    return { ...action, dialog: { type: 'modal', title: say('delete.title'), content } };
  };
  showing.type = deleteAction.type;
  showing.position = deleteAction.position;
  return showing;
}

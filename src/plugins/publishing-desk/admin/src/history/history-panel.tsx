import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { HistoryList } from './history-list';
import { useLabels } from '../shared/use-labels';
import { isWatched } from '../watched-types';

/** What was done to the document, and the way back; in the side of its form. */
export const HistoryPanel: PanelComponent = ({ document, documentId, model }) => {
  const { say } = useLabels();
  if (!documentId || !document || !isWatched(model)) return null;
  return {
    title: say('history.title'),
    content: (
      <HistoryList
        // Reload whenever the document's state changes.
        key={`${documentId} ${document.locale} ${document.revision}`}
        type={model}
        documentId={documentId}
        locale={document.locale ?? ''}
      />
    ),
  };
};

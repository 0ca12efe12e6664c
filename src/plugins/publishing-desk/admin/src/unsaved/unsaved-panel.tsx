import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useForm, useNotification } from '@strapi/strapi/admin';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dropUnsaved, keepUnsaved, unsavedValues, type UnsavedValues } from './unsaved-values';
import { keyOf, setOpenDocument, type OpenDocument, type Values } from './open-document';
import { setRefusal, useRefusal } from './refusals';
import { ConflictChoices } from './conflict-choices';
import { UnsavedOffer } from './unsaved-offer';
import { useLabels } from '../shared/use-labels';

const AFTER_TYPING_MS = 1_000;
/** After a refusal, or what is typed since: as long as the document may take to be read again, over a connection that is back. */
const PUTTING_BACK_MS = 60_000;
const READING_MS = 15_000;

/**
 * Protects unsaved input: stores it in the browser, restores it when a refused save has discarded it, and asks
 * what to do after another person's change. Shown only when there is something to decide.
 */
export const UnsavedPanel: PanelComponent = ({ collectionType, document, documentId, model }) => {
  const { say } = useLabels();
  const values = useForm('UnsavedPanel', (form) => form.values) as Values;
  const modified = useForm('UnsavedPanel', (form) => form.modified);
  const stored = useForm('UnsavedPanel', (form) => form.initialValues) as Values;
  const isSubmitting = useForm('UnsavedPanel', (form) => form.isSubmitting);
  const getValues = useForm('UnsavedPanel', (form) => form.getValues);
  const setValues = useForm('UnsavedPanel', (form) => form.setValues);
  const locale = document?.locale ?? new URLSearchParams(location.search).get('plugins[i18n][locale]') ?? '';
  const revision = Number(document?.revision ?? 0);
  const isSingle = collectionType === 'single-types';
  const open: OpenDocument = {
    type: model,
    isSingle,
    // The address of a single type's form names no document.
    documentId: isSingle ? document?.documentId : documentId,
    locale,
    revision,
    values: () => getValues() as Values,
  };
  const key = keyOf(open);
  const refusal = useRefusal(key);
  const [offer, setOffer] = useState<UnsavedValues | null>(null);
  const { toggleNotification } = useNotification();
  const isToldOfNoRoom = useRef(false);

  useLayoutEffect(() => {
    setOpenDocument(open);
    return () => setOpenDocument(null);
  }, [key, revision, getValues]);

  useEffect(() => setOffer(unsavedValues(key)), [key]);

  useEffect(() => {
    if (!modified) return undefined;
    const timer = setTimeout(() => {
      if (keepUnsaved(key, values) || isToldOfNoRoom.current) return;
      isToldOfNoRoom.current = true;
      toggleNotification({ type: 'warning', message: say('kept.noRoom'), timeout: READING_MS });
    }, AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [key, values, modified]);

  const lastStored = useRef<Values | null>(null);
  useEffect(() => {
    if (isSubmitting) return;
    // Strapi fills a form anew where the document was read again, and throws away what was typed.
    const isFilledAnew = lastStored.current !== stored;
    lastStored.current = stored;
    if (!refusal || refusal.conflict || Date.now() - refusal.at >= PUTTING_BACK_MS) return;
    if (same(values, refusal.values)) return;
    if (isFilledAnew && !modified) setValues(refusal.values);
    else setRefusal({ ...refusal, values, at: Date.now() });
  }, [refusal, values, modified, isSubmitting, stored, setValues]);

  const settle = () => {
    dropUnsaved(key);
    setRefusal(null);
    setOffer(null);
  };

  if (refusal?.conflict) {
    const putBack = () => {
      setOpenDocument({ ...open, revision: refusal.conflict!.revision });
      setValues(refusal.values);
      setRefusal(null);
    };
    return {
      title: say('conflict.title'),
      content: <ConflictChoices open={open} refusal={refusal} onPutBack={putBack} onSettled={settle} />,
    };
  }
  if (offer && !modified && !same(offer.values, values)) {
    return {
      title: say('kept.title'),
      content: (
        <UnsavedOffer
          kept={offer}
          onPutBack={() => {
            setValues(offer.values);
            setOffer(null);
          }}
          onDrop={settle}
        />
      ),
    };
  }
  return null;
};

const same = (one: Values, other: Values): boolean => JSON.stringify(one) === JSON.stringify(other);

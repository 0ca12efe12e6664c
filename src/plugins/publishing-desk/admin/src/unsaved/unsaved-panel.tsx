import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useForm, useNotification } from '@strapi/strapi/admin';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dropUnsaved, keepUnsaved, unsavedValues, type UnsavedValues } from './unsaved-values';
import { keyOf, setOpenDocument, type OpenDocument, type Values } from './open-document';
import { setSaveResult, useSaveResult, type Refusal } from './save-results';
import { ConflictChoices } from './conflict-choices';
import { UnsavedOffer } from './unsaved-offer';
import { useLabels } from '../shared/use-labels';

const AFTER_TYPING_MS = 1_000;
/** After a save, or what is typed since one was refused: as long as the document may take to be read again, over a connection that is back. */
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
  // The address of a single type's form names no document.
  const place = { type: model, isSingle, documentId: isSingle ? document?.documentId : documentId, locale };
  const key = keyOf(place);
  const result = useSaveResult(key);
  const open: OpenDocument = {
    ...place,
    // What was refused and put back is based on what it was based on, though somebody changed the document since. In a conflict the
    // form shows what they wrote.
    revision: result?.values && !result.conflict ? result.revision : revision,
    values: () => getValues() as Values,
  };
  const [offer, setOffer] = useState<UnsavedValues | null>(null);
  const { toggleNotification } = useNotification();
  const isToldOfNoRoom = useRef(false);

  useLayoutEffect(() => {
    setOpenDocument(open);
    return () => setOpenDocument(null);
  }, [key, open.revision, getValues]);

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

  const shown = useRef<{ key: string; values: Values; stored: Values; isSubmitting: boolean } | null>(null);
  const typedSinceSent = useRef<Values>({});
  const isFilledAnew = useRef(true);
  // Before the browser paints, so that nobody types into what is shown for a moment.
  useLayoutEffect(() => {
    const before = shown.current?.key === key ? shown.current : null;
    shown.current = { key, values, stored, isSubmitting };
    if (!before || (isSubmitting && !before.isSubmitting)) typedSinceSent.current = {};
    // Strapi fills a form anew where a save ends and where the document was read again, and throws away what was typed.
    if (before?.stored !== stored) isFilledAnew.current = true;
    else typedSinceSent.current = { ...typedSinceSent.current, ...changed(before.values, values) };
    if (isSubmitting || !result || result.conflict) return;
    if (Date.now() - result.at >= PUTTING_BACK_MS) {
      if (isFilledAnew.current) setSaveResult(null);
      return;
    }
    // The answer of a save that was taken may be lost.
    const isTaken = isFilledAnew.current && result.revision !== revision && same(values, result.values ?? {});
    if (isTaken) return setSaveResult(null);
    const kept = { ...(result.values ?? values), ...typedSinceSent.current };
    if (isFilledAnew.current && !same(kept, values)) setValues(kept);
    isFilledAnew.current = false;
    if (result.values && !same(kept, result.values)) setSaveResult({ ...result, values: kept, at: Date.now() });
  }, [key, result, revision, values, isSubmitting, stored, setValues]);

  const settle = () => {
    dropUnsaved(key);
    setSaveResult(null);
    setOffer(null);
  };

  if (result?.conflict) {
    const refusal = result as Refusal;
    const putBack = () => {
      setOpenDocument({ ...open, revision: refusal.conflict!.revision });
      setValues(refusal.values);
      setSaveResult(null);
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

/** The fields that have other values than before. */
const changed = (before: Values, now: Values): Values =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => !Object.is(value, before[field])));

const same = (one: Values, other: Values): boolean => JSON.stringify(one) === JSON.stringify(other);

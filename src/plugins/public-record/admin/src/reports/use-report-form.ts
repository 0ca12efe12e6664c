import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { ReportKind, ReportRow } from '../../../../../reports';
import { useDocumentId, usePeriod } from './use-period';

/** What stands beside the form: the report of the period before, the agency's fields, and when this one was published. */
export type ReportForm = {
  previous: { period: string; rows: ReportRow[]; isPublished: boolean } | null;
  fields: string[];
  editions: { on: string; note: string | null }[];
};

type Linked = { apiData?: { documentId: string }; documentId?: string };
type Values = { agency?: { connect?: Linked[] } };

/** Asked for whenever the form shows another agency or period, or has been saved or published; null until it is there. */
export function useReportForm(kind: ReportKind): ReportForm | 'failed' | null {
  const { get } = useFetchClient();
  const { agency: link } = useForm('useReportForm', ({ values }) => values) as Values;
  const isSubmitting = useForm('useReportForm', (form) => form.isSubmitting);
  const { period } = usePeriod();
  const document = useDocumentId();
  const chosen = link?.connect?.at(-1);
  const agency = chosen?.apiData?.documentId ?? chosen?.documentId;
  const [found, setFound] = useState<ReportForm | 'failed' | null>(null);

  useEffect(() => {
    if (isSubmitting) return undefined;
    let isLatest = true;
    const params = { ...(period && { period }), ...(agency && { agency }), ...(document && { document }) };
    get<{ data: ReportForm }>(`/public-record/reports/${kind}/form`, { params }).then(
      ({ data }) => isLatest && setFound(data.data),
      () => isLatest && setFound('failed'),
    );
    return () => {
      isLatest = false;
    };
  }, [get, kind, period, agency, document, isSubmitting]);
  return found;
}

import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { type ReactNodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { styled } from 'styled-components';
import { useLabels } from '../use-labels';
import { type FigureAttributes, figureFromAsset } from './figure-attributes';
import { FigureField } from './figure-field';
import { FigurePicture } from './figure-picture';
import { usePicturePicker } from './picture-picker';
import { usePicture } from './use-picture';

const Card = styled.div<{ $selected: boolean }>`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme, $selected }) => ($selected ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  font-size: 1.4rem;
  line-height: 1.4;
  user-select: none;
`;

/** A figure in the editor: its picture, and the form of what is said about it. */
export function FigureView({ node, selected, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const t = useLabels();
  const { disabled, pick } = usePicturePicker();
  const { file, caption, credit, alt, decorative } = node.attrs as FigureAttributes;
  const picture = usePicture(file);
  const fileCredit = file !== null && picture.state === 'found' ? picture.credit : null;

  const replace = () =>
    pick({
      multiple: false,
      onPicked: ([asset]) => {
        const chosen = figureFromAsset(asset);
        // Description and credit were of the other picture; the caption is the article's own.
        updateAttributes({
          file: chosen.file,
          alt: decorative ? null : chosen.alt,
          caption: caption || chosen.caption,
          credit: chosen.file === file ? credit : '',
        });
      },
    });

  return (
    <NodeViewWrapper as="figure" contentEditable={false} aria-label={t('figure')}>
      <Card $selected={selected}>
        <FigurePicture file={file} picture={picture} />
        <Flex direction="column" alignItems="stretch" gap={2} flex="1 1 24rem">
          <FigureField
            label={t('figure.caption')}
            value={caption}
            disabled={disabled}
            onChange={(text) => updateAttributes({ caption: text })}
          />
          <FigureField
            label={t('figure.credit')}
            value={credit}
            placeholder={fileCredit ? t('figure.credit.file', { credit: fileCredit }) : undefined}
            disabled={disabled}
            onChange={(text) => updateAttributes({ credit: text })}
          />
          <FigureField
            label={t('figure.alt')}
            value={alt ?? ''}
            disabled={disabled || decorative}
            onChange={(text) => updateAttributes({ alt: text || null })}
          />
          <Flex justifyContent="space-between" gap={2} wrap="wrap">
            <Checkbox
              checked={decorative}
              disabled={disabled}
              onCheckedChange={(checked: boolean | 'indeterminate') =>
                updateAttributes({ decorative: checked === true, alt: checked === true ? null : alt })
              }
            >
              {t('figure.decorative')}
            </Checkbox>
            {decorative || alt?.trim() ? null : (
              <Flex gap={1}>
                <WarningCircle aria-hidden fill="warning600" />
                <Typography variant="pi" textColor="warning700">
                  {t('figure.undescribed')}
                </Typography>
              </Flex>
            )}
          </Flex>
          {disabled ? null : (
            <Flex gap={2}>
              <Button type="button" size="S" variant="secondary" onClick={replace}>
                {t(file === null ? 'figure.choose' : 'figure.replace')}
              </Button>
              <Button type="button" size="S" variant="danger-light" onClick={() => deleteNode()}>
                {t('figure.remove')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Card>
    </NodeViewWrapper>
  );
}

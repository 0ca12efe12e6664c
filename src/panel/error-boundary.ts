import { Component, type ErrorInfo, type ReactNode } from 'react';

type Props = { of: string; children: ReactNode; fallback: (retry: () => void) => ReactNode };

/**
 * Contains an error of its children, which would otherwise unmount the page and lose unsaved text. `of` names the
 * component in the console.
 */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(`${this.props.of}:`, error, info.componentStack);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return this.props.fallback(() => this.setState({ failed: false }));
  }
}

import { Component, type ErrorInfo, type ReactNode } from 'react';

type Props = { of: string; children: ReactNode; fallback: (retry: () => void) => ReactNode };

/**
 * Keeps an error of its children from taking the whole page, with everything typed there, down.
 * `of` is whose part it is, for the console.
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

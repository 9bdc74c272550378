/** What a reader ticked, kept on the device. Without storage (it can be switched off) nothing is remembered. */
export function remembered(key: string): readonly string[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(saved) ? saved.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(key: string, items: readonly string[]): void {
  try {
    if (items.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(items));
  } catch {
    // Nothing to do: the page works without a memory.
  }
}

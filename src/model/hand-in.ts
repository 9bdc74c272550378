/** The issue form that makes a post of an issue: its file in `.github/ISSUE_TEMPLATE/`. */
export const handInTemplate = 'write-a-post.yml';

export default {
  notOpen: 'Kế hoạch đã nêu rõ điều này, nên không quy định lại được.',
  invalid: 'Giá trị này không dùng được cho kế hoạch. Xin kiểm tra lại các số vừa ghi.',
} as const;

export default {
  notOpen: 'Kế hoạch đã nêu rõ điều này ({{path}}), nên không quy định lại được.',
  invalid: 'Giá trị này không dùng được cho mục {{path}} của kế hoạch.',
} as const;

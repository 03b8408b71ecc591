/** Why a sheet that was given doesn't count. */
export default {
  setAside: 'Ban Tổ chức hoặc Trưởng Ban Giám khảo đã để riêng phiếu này',
  conflict: 'giám khảo có liên quan đến đội hoặc đơn vị dự thi',
  notSitting: 'người chấm không còn là giám khảo',
} as const;

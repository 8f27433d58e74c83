/// Where an item stands towards the public.
package enum ItemStanding: String, Hashable, Sendable, Codable, CaseIterable {
    /// Named by a list, not confirmed: shown as such, takes no applications.
    case imported
    /// Drafted here and not published yet: not shown.
    case unpublished
    case published
    /// In force without publication on a recorded ground: not shown.
    case exempt
    case abolished

    package var isPublic: Bool {
        switch self {
        case .imported, .published, .abolished: true
        case .unpublished, .exempt: false
        }
    }

    package var chinese: String {
        switch self {
        case .imported: "已导入、未确认"
        case .unpublished: "未公布"
        case .published: "已公布"
        case .exempt: "依据免予公布"
        case .abolished: "已取消"
        }
    }
}

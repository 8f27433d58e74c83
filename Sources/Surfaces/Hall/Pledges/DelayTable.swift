import HTML
import Kernel
import Publicity

/// Cases that were not decided by their promised day, with what the agency says of each.
///
/// - Source: 优化营商环境条例 art. 36.
struct DelayTable: Component {
    private let delays: [PublicDelay]
    private let showsItem: Bool

    /// - Parameters:
    ///   - delays: in the order shown.
    ///   - showsItem: whether they are of several items.
    init(_ delays: [PublicDelay], showsItem: Bool) {
        self.delays = delays
        self.showsItem = showsItem
    }

    var isEmpty: Bool { delays.isEmpty }

    var body: any HTML {
        DataTable(
            "超过承诺时限的办件",
            columns: (showsItem ? [.init("事项")] : [])
                + [.init("承诺办结日", .whole), .init("实际办结", .whole), .init("机关说明的原因")],
            rows: delays.map { delay in
                DataTable.Row(
                    (showsItem ? [a(.href(HallPath.item(delay.itemCode))) { delay.itemName }] : [])
                        + [
                            delay.promisedDue.chinese, delay.endedOn?.chinese ?? "尚未办结",
                            delay.reason ?? Badge("尚未说明", tone: .bad),
                        ]
                )
            }
        )
        p(.cssClass("hint")) { "原因由机关填写，个人信息已隐去；系统自动计算是否超过承诺时限，机关不能隐藏。" }
    }
}

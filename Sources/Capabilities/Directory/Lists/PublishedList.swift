package import EventLog
package import Kernel

/// The lists that a division publishes of its enforcers.
///
/// - Source: 聊政办发〔2017〕74号 annexes 2, 3; Administrative Penalty Law (行政处罚法) art. 39.
package enum ListKind: String, Hashable, Sendable, Codable, CaseIterable {
    case subjects
    case officers

    package var chinese: String {
        switch self {
        case .subjects: "行政执法主体资格清单"
        case .officers: "行政执法人员资格清单"
        }
    }

    package var columns: [String] {
        switch self {
        case .subjects: ["机构名称", "统一社会信用代码", "主体类别", "执法类别", "法定代表人", "职责权限", "地址", "电话", "委托机关及期限"]
        case .officers: ["姓名", "单位", "职务", "执法证件", "证号", "执法类别", "执法区域", "有效期至"]
        }
    }
}

/// Every fact about one published list; a newer one takes the older one's place.
package enum PublishedListEvent: EventFamily {
    case published(ListPublished)

    package static let members = [EventMember(ListPublished.self, PublishedListEvent.published)]

    package var payload: any EventPayload {
        switch self {
        case .published(let payload): payload
        }
    }
}

/// Carries the rows as they were published, in the order of the kind's columns.
package struct ListPublished: EventPayload {
    package static let type = "Directory.ListPublished"
    package let kind: ListKind
    package let division: Division.Code
    package let on: Open<Day>
    package let rows: Open<[[String]]>
}

package struct PublishedList: Aggregate {
    package static let category = "publishedList"
    package private(set) var on: Day?
    package private(set) var rows: [[String]] = []

    package init() {}

    package static func key(_ kind: ListKind, _ division: Division.Code) -> String { "\(kind.rawValue)/\(division)" }

    package mutating func evolve(_ event: PublishedListEvent, _ envelope: Envelope) {
        switch event {
        case .published(let published):
            on = published.on.value
            rows = published.rows.value
        }
    }
}

/// Publishes a list of a division as the directory stands today; the answer is the number of rows.
package struct PublishList: Command {
    package static let name = "PublishList"
    package let kind: ListKind
    package let division: Division.Code

    package init(_ kind: ListKind, of division: Division.Code) {
        self.kind = kind
        self.division = division
    }

    package func run(in session: CommandSession) throws -> Int {
        let rows = try session.reader.listRows(kind, of: division, in: session.realm, on: session.today)
        let published = ListPublished(kind: kind, division: division, on: Open(session.today), rows: Open(rows))
        try session.append(.published(published), to: PublishedList.self, PublishedList.key(kind, division))
        return rows.count
    }
}

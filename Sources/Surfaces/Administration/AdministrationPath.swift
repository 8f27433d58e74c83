import Access
import Directory
import Kernel
import WebServer

/// Every address of the administration.
package enum AdministrationPath {
    package static let home = "/administration"
    package static let divisions = "/administration/divisions"
    static let lists = "/administration/lists"
    package static let bulk = "/administration/bulk"
    static let runs = "/administration/runs"
    static let exports = "/administration/exports"
    static let accounts = "/administration/accounts"
    package static let recusals = "/administration/recusals"
    static let outbox = "/administration/outbox"
    static let retryAlert = "/administration/outbox/retry"
    static let rules = "/administration/rules"
    static let audit = "/administration/audit"

    static func division(_ code: Division.Code) -> String { "\(divisions)/\(code.text)" }
    static func division(_ code: Division.Code, _ act: String) -> String { "\(division(code))/\(act)" }
    static func agency(_ id: Agency.ID) -> String { "\(home)/agencies/\(URLText.encode(id.text))" }
    static func agency(_ id: Agency.ID, _ act: String) -> String { "\(agency(id))/\(act)" }
    static func post(_ id: Post.ID) -> String { "\(home)/posts/\(URLText.encode(id.text))" }
    static func post(_ id: Post.ID, _ act: String) -> String { "\(post(id))/\(act)" }
    static func officer(_ id: Officer.ID) -> String { "\(home)/officers/\(URLText.encode(id.text))" }
    static func officer(_ id: Officer.ID, _ act: String) -> String { "\(officer(id))/\(act)" }
    static func board(_ id: Agency.ID) -> String { "\(agency(id))/board" }
    static func windows(_ id: Agency.ID) -> String { "\(agency(id))/windows" }
    static func window(_ id: Agency.ID, _ window: String) -> String { "\(windows(id))/\(URLText.encode(window))" }
    static func plan(_ id: Agency.ID) -> String { "\(agency(id))/plan" }
    static func recusal(_ act: String) -> String { "\(recusals)/\(act)" }
    static func list(_ kind: ListKind) -> String { "\(lists)/\(kind.rawValue)" }
    static func list(_ kind: ListKind, _ act: String) -> String { "\(list(kind))/\(act)" }
    static func run(_ id: BulkRun.ID) -> String { "\(runs)/\(URLText.encode(id.text))" }
    static func export(_ list: ExportRoutes.List) -> String { "\(exports)?list=\(list.rawValue)" }
    static func export(_ kind: ListKind) -> String { "\(exports)?list=\(kind.rawValue)" }
    static func account(_ id: Account.ID) -> String { "\(accounts)/\(URLText.encode(id.text))" }
    static func account(_ id: Account.ID, _ act: String) -> String { "\(account(id))/\(act)" }
}

package import EventLog
package import Kernel

/// Every fact about one bulk run.
package enum BulkRunEvent: EventFamily {
    case started(BulkRunStarted)
    case rowsListed(BulkRowsListed)
    case rowDone(BulkRowDone)
    case rowRefused(BulkRowRefused)
    case stopped(BulkRunStopped)
    case undoBegun(BulkUndoBegun)
    case rowUndone(BulkRowUndone)
    case rowKept(BulkRowKept)

    package static let members = [
        EventMember(BulkRunStarted.self, BulkRunEvent.started),
        EventMember(BulkRowsListed.self, BulkRunEvent.rowsListed),
        EventMember(BulkRowDone.self, BulkRunEvent.rowDone),
        EventMember(BulkRowRefused.self, BulkRunEvent.rowRefused),
        EventMember(BulkRunStopped.self, BulkRunEvent.stopped),
        EventMember(BulkUndoBegun.self, BulkRunEvent.undoBegun),
        EventMember(BulkRowUndone.self, BulkRunEvent.rowUndone),
        EventMember(BulkRowKept.self, BulkRunEvent.rowKept),
    ]

    package var payload: any EventPayload {
        switch self {
        case .started(let payload): payload
        case .rowsListed(let payload): payload
        case .rowDone(let payload): payload
        case .rowRefused(let payload): payload
        case .stopped(let payload): payload
        case .undoBegun(let payload): payload
        case .rowUndone(let payload): payload
        case .rowKept(let payload): payload
        }
    }
}

package struct BulkRunStarted: EventPayload {
    package static let type = "BulkRun.Started"
    package let act: BulkAct
    package let from: Day
    package let reason: String
    /// Where whoever started it keeps the directory.
    package let division: Division.Code
    package let rows: Int
}

/// Some of the rows; a long list comes in several.
package struct BulkRowsListed: EventPayload {
    package static let type = "BulkRun.RowsListed"
    package let rows: [BulkRow]
}

/// Comes in one transaction with the facts of the row itself.
package struct BulkRowDone: EventPayload {
    package static let type = "BulkRun.RowDone"
    package let number: Int
    package let undo: BulkUndo
    /// The streams the row changed, with their versions after it.
    package let touched: [String: Int]
}

package struct BulkRowRefused: EventPayload {
    package static let type = "BulkRun.RowRefused"
    package let number: Int
    /// As it was told to the user.
    package let reason: String
}

package struct BulkRunStopped: EventPayload {
    package static let type = "BulkRun.Stopped"
}

package struct BulkUndoBegun: EventPayload {
    package static let type = "BulkRun.UndoBegun"
    package let reason: String
}

/// Comes in one transaction with the facts that take the row back.
package struct BulkRowUndone: EventPayload {
    package static let type = "BulkRun.RowUndone"
    package let number: Int
    package let touched: [String: Int]
}

/// A row stays done, since something has built on it.
package struct BulkRowKept: EventPayload {
    package static let type = "BulkRun.RowKept"
    package let number: Int
    package let reason: String
}

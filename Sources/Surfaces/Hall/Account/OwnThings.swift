import Access
import Bookings
import Casework
import Catalog
import HTML
import Kernel
import Participation

/// What is an account's own, as its start page lists it.
struct OwnThings: Sendable {
    let drafts: [Draft]
    let cases: [OwnCase]
    let letters: [LetterRow]
    let requests: [InformationRow]
    let bookings: [BookingRow]

    /// An application that was not handed in yet.
    struct Draft: Sendable {
        let id: String
        let item: String
    }

    /// A case in one of few standings.
    struct OwnCase: Sendable {
        let number: String
        let item: String
        let receivedOn: Day
        let standing: Standing
        let address: String

        init(_ summary: CaseRowSummary) {
            number = summary.number
            item = summary.itemName
            receivedOn = summary.receivedOn
            standing = Standing(summary.stage)
            address = HallPath.ownCase(summary.number)
        }
    }

    /// What a case wants of its applicant, in as few words as can be.
    enum Standing: Sendable, CaseIterable {
        case mustCorrect, underWay, decided, closed

        init(_ stage: Stage.Name) {
            switch stage {
            case .correction: self = .mustCorrect
            case .intake, .inquiry, .examination, .suspended: self = .underWay
            case .decided: self = .decided
            case .closed: self = .closed
            }
        }

        var badge: Badge {
            switch self {
            case .mustCorrect: Badge("请补正", tone: .caution)
            case .underWay: Badge("办理中", tone: .active)
            case .decided: Badge("已决定", tone: .good)
            case .closed: Badge("已办结", tone: .neutral)
            }
        }
    }

    static func read(_ own: Own, from parts: HallParts) async throws -> OwnThings {
        let accounts = parts.accounts
        let caseFiles = try await accounts.belongings(.caseFile, of: own.principal).map { CaseFile.ID($0) }
        let letters = try await accounts.belongings(.letter, of: own.principal).map { Letter.ID($0) }
        let requests = try await accounts.belongings(.information, of: own.principal).map { InformationRequest.ID($0) }
        let bookings = try await accounts.belongings(.booking, of: own.principal).map { Booking.ID($0) }
        var drafts: [Draft] = []
        for id in try await accounts.belongings(.draft, of: own.principal, limit: 20) {
            // What lay untouched for thirty days is gone; its row goes when it is seen.
            guard let draft = try await parts.drafts.draft(id) else {
                try await accounts.drop(Belonging(.draft, id), of: own.principal)
                continue
            }
            let item = try await PublicItem.read(draft.item, from: parts)
            drafts.append(Draft(id: id, item: item?.content.name ?? draft.item))
        }
        let (cases, letterRows, requestRows, bookingRows) = try await parts.read { reading in
            (
                caseFiles.isEmpty ? [] : try reading.cases(caseFiles),
                letters.isEmpty ? [] : try reading.letters(letters),
                requests.isEmpty ? [] : try reading.informationRequests(requests),
                bookings.isEmpty ? [] : try reading.bookings(bookings)
            )
        }
        return OwnThings(
            drafts: drafts,
            cases: cases.map { OwnCase($0) },
            letters: letterRows,
            requests: requestRows,
            bookings: bookingRows
        )
    }
}

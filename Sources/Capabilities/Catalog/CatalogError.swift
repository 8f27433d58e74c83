package import Codes
package import EventLog
package import Kernel
package import Law

/// Every refusal of the catalog.
package enum CatalogError: Error, Hashable, Sendable {
    case unknownItem(String)
    /// The directory has no agency with the identifier.
    case unknownAgency(String)
    /// The step does not follow from the draft's stage; `found` is the stage or `none`.
    case wrongStage(expected: String, found: String)
    /// Who acts now acted before in a role the law gives to another.
    case samePerson(actor: String, role: Role, heldRole: Role)
    case officerRequired(found: Actor.Kind)
    case incomplete([ContentFault])
    case unchanged
    /// A draft to abolish an item says what the version in force says.
    case abolitionChanges
    case reasonMissing
    /// An adjustment names the document it rests on.
    case evidenceMissing
    /// The document is named with its number.
    case evidenceNumberMissing(found: String)
    /// The day of the document is stated and has come.
    case evidenceDayMissing(found: Day?)
    /// The document itself, of which `asked` says what it is, comes as a file.
    case evidenceFileMissing(asked: String)
    /// A merger, split or taking over names the items it is about.
    case relatedMissing
    /// A draft is handed in with the report its agency's head signed, with number, name and a day that has come.
    case reportMissing
    /// What was signed and sealed comes as a file.
    case fileMissing
    case consentMissing(Station)
    case notAwaited(Station, awaited: Station?)
    case documentMissing(Station)
    /// No item of the catalog has the code.
    case unknownRelated(String)
    /// A day was asked for and none was given.
    case dayMissing
    /// The day lies before today or before the version it follows.
    case dayTooEarly(found: Day, earliest: Day)
    case codeTaken(String)
    /// What is adopted itself is no standard.
    case standardAdopted(code: String)
    /// A standard holds some field fast.
    case nothingLocked
    /// No code can be given: the division has no scheme, or the scheme none for such items or for the agency.
    case noCode(category: PowerCategory, agency: String)
    /// Every number of the series is used.
    case codesExhausted(prefix: String)
    /// No version of the item may be exercised on that day, for the reason given.
    case notExecutable(code: String, on: Day, NotExecutable)
    case abolished(on: Day)
    case importRefused([ImportFault])
    case tooManyRows(limit: Int)
    /// A code of the list was given to an item after the list was looked over.
    case listOutdated
    /// The change of law does not touch the item as it is in force.
    case notAffected(String)

    package enum Role: String, Hashable, Sendable, Codable {
        case drafter
        case submitter
        case confirmer
        case station
        case publisher
        case filer
        case receiver

        package var chinese: String {
            switch self {
            case .drafter: "起草"
            case .submitter: "报送"
            case .confirmer: "审核确认"
            case .station: "会同确认"
            case .publisher: "公布"
            case .filer: "报送备案"
            case .receiver: "受理备案"
            }
        }
    }

    package enum NotExecutable: Hashable, Sendable {
        case notConfirmed
        case notPublished
        case notYetInForce(from: Day)
        case ended(on: Day)
        case abolished(on: Day)
        /// Every citation the item rested on fell with a change of law.
        case basisFell([BasisEffect])
    }
}

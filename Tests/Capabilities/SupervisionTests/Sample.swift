import Kernel
import Processes
import TimeLimits

@testable import Casework
@testable import EventLog
@testable import Publicity
@testable import Supervision

/// A case of an invented item, as rules and the log see it.
enum Sample {
    static let item = ItemPin(
        id: "01I1",
        code: "510105001000",
        version: 1,
        name: "教师资格认定",
        category: "01",
        agency: "01A1",
        division: "511602000000",
        agencyName: "广安市广安区教育局",
        agencyShortName: "广安教",
        statutoryLimit: .workingDays(20),
        statutorySource: "行政许可法§42",
        promisedLimit: .workingDays(10),
        process: ProcessPin(id: "licensing-general", version: 1),
        permitName: "教师资格证书"
    )

    static var caseFile: SupervisedCase { SupervisedCase(id: "01C1", number: "51160220250929000001", item: item) }

    static func granted(on day: Day) -> Decision {
        Decision(
            kind: .granted,
            number: "广安教许准〔2025〕1号",
            decidedOn: day,
            reasons: "",
            content: "认定高级中学教师资格",
            validFrom: nil,
            validThrough: nil,
            permitNumber: nil,
            title: "准予行政许可决定书",
            sanctions: []
        )
    }

    static func refused(on day: Day, reasons: String) -> Decision {
        Decision(
            kind: .refused,
            number: "广安教许不准〔2025〕1号",
            decidedOn: day,
            reasons: reasons,
            content: "不予认定",
            validFrom: nil,
            validThrough: nil,
            permitNumber: nil,
            title: "不予行政许可决定书",
            sanctions: []
        )
    }

    static func examined(
        accepted: Day,
        promised: Period,
        statutory: Period = .workingDays(20),
        prolongations: [Period] = [],
        excluded: [ExcludedSpan] = []
    ) -> SupervisedCase {
        var caseFile = caseFile
        caseFile.decisionClock = SupervisedCase.DecisionClock(
            accepted: accepted,
            promised: promised,
            statutory: statutory,
            prolongations: prolongations,
            excluded: excluded
        )
        if let open = excluded.last, open.ended == nil {
            caseFile.suspension = SupervisedCase.Suspension(since: open.stopped, toldEnd: nil)
        }
        return caseFile
    }

    static func envelope(_ stream: StreamID, at moment: Instant, by actor: Actor) -> Envelope {
        Envelope(
            realm: Realm(1),
            position: 0,
            stream: stream,
            version: 1,
            type: "",
            schema: 1,
            recordedAt: moment,
            occurred: .now(moment),
            actor: actor,
            command: Causation(command: "", key: "", correlation: ""),
            node: "",
            uses: [:],
            commitment: ""
        )
    }

    static func calendar() throws -> WorkingCalendar { try NationalCalendar.load() }
}

extension Sample {
    /// An item of a category, whose cases run by a process.
    static func item(_ category: String, _ process: ProcessPin) -> ItemPin {
        ItemPin(
            id: "01I\(category)",
            code: "5101\(category)001000",
            version: 1,
            name: "演示事项",
            category: category,
            agency: "01A1",
            division: "511602000000",
            agencyName: "广安市广安区教育局",
            agencyShortName: "广安教",
            statutoryLimit: .workingDays(20),
            statutorySource: "社会救助暂行办法§11",
            promisedLimit: .workingDays(10),
            process: process,
            permitName: nil
        )
    }

    /// A decision as it became public.
    static let published = DecisionPublished(
        record: Open(
            PublicDecision(
                caseNumber: "1",
                item: "510105001000",
                itemName: "演示事项",
                party: PublicParty(kind: .person, name: "张某", creditCode: nil, representative: nil),
                documentName: "决定书",
                documentNumber: "广安教〔2025〕1号",
                permitName: nil,
                permitNumber: nil,
                content: "",
                decidedOn: "2025-09-29",
                validFrom: nil,
                validThrough: nil,
                agency: "01A1",
                agencyName: "广安市广安区教育局",
                agencyCode: nil,
                remarks: nil
            )
        ),
        original: .erased(subject: "01P1"),
        policy: "masking"
    )
}

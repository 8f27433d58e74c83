import Casework
import EventLog
import Kernel

@testable import Decisions

extension EventExamples {
    /// A division's own words in a document: drafted, returned, put in force.
    static func wordings() -> [any EventPayload] {
        let wording = DocumentWording(opening: "依据{行政强制法§35}，请按下列要求履行。", closing: "咨询电话：0826-0000000。")
        return [
            WordingDrafted(wording: wording, reason: "写明咨询电话"),
            WordingReturned(reason: "请写明咨询时间"),
            WordingEnacted(
                number: Open(1),
                wording: Open(wording),
                reason: Open("写明咨询电话"),
                inForceFrom: Open(day)
            ),
        ]
    }
}

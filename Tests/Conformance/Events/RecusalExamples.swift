@testable import Casework
@testable import Directory
import EventLog
import Kernel

extension EventExamples {
    /// What is recorded in a case about the recusal of its officers.
    static let recusals: [any EventPayload] = [
        RecusalAsked(
            officer: "1O1",
            name: "演示承办",
            by: .party,
            ground: .kinship,
            reasons: ForParty("承办人是对方负责人的弟弟", party: "1P1"),
            paper: "听证笔录",
            files: nil
        ),
        RecusalAsked(
            officer: "1O1",
            name: "演示承办",
            by: .officer,
            ground: .interest,
            reasons: ForParty("本人持有申请人股份", party: "1P1"),
            paper: nil,
            files: nil
        ),
        RecusalAsked(
            officer: "1O1",
            name: "演示承办",
            by: .party,
            ground: .otherRelation,
            reasons: ForParty("承办人曾与申请人诉讼", party: "1P1"),
            paper: nil,
            files: .present(subject: "1C1", [attachment])
        ),
        RecusalSettled(
            officer: "1O1",
            name: "演示承办",
            isGranted: true,
            reasons: ForParty("情况属实", party: "1P1"),
            discussedBy: nil
        ),
        RecusalSettled(
            officer: "1O2",
            name: "演示批准",
            isGranted: false,
            reasons: ForParty("没有影响公正的关系", party: "1P1"),
            discussedBy: ["演示审核", "演示法制"]
        ),
    ]
}

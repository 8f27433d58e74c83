import CanonicalJSON
import EventLog
import Kernel
@testable import Processes

extension EventExamples {
    /// A process of two steps: the form is frozen here, not the templates.
    static func processes() throws -> [any EventPayload] {
        let definition = try CanonicalDecoder().decode(ProcessDefinition.self, from: Array(small.utf8))
        let moves: [RehearsalMove] = [
            .complete("receive", ["registered"]), .complete("examine", ["granted", "refused"]), .fire("wait"),
            .goBack(from: "test", to: "receive"),
        ]
        let content = ProcessDraft.Content(
            definition: definition,
            promised: .workingDays(15),
            statutory: .workingDays(20),
            testCases: [ProcessTestCase(name: "准予", moves: moves, goal: ["closed"])]
        )
        return [
            ProcessPublished(definition: definition, promised: .workingDays(15), statutory: .workingDays(20)),
            ProcessDrafted(content: content), ProcessDrafted(content: content, agency: "1A1"),
            ProcessSubmitted(note: "请核对"), ProcessReturned(reason: "时限依据有误"),
            ProcessDraftPublished(key: "demo@2"),
        ]
    }

    private static let small = """
        {
          "form": 1, "id": "demo", "name": "演示流程", "category": "licensing", "version": 2,
          "texts": { "quality": "限时办结" },
          "posts": [{ "id": "window", "name": "受理窗口", "kind": "handle" }],
          "prolongation": {
            "limit": { "period": "10wd", "source": "行政许可法§42" }, "approvedBy": "window",
            "documents": [{ "name": "延长期限通知书", "contents": ["reasons", "seal", "date"] }]
          },
          "first": "receive",
          "steps": [
            {
              "id": "receive", "name": "收件", "kind": "receive", "post": "window",
              "limit": { "period": "0wd", "source": "行政许可法§29" },
              "documents": [{ "name": "申请书" }],
              "requirements": ["不得要求提交与申请事项无关的材料"],
              "outcomes": [{ "id": "registered", "name": "登记", "next": ["test", "examine"] }]
            },
            {
              "id": "test", "name": "检验", "kind": "expertTest", "post": "window", "officers": 2,
              "excludedBy": "行政许可法§45", "assignment": { "period": "5wd", "source": "行政许可法§55" },
              "outcomes": [{ "id": "reported", "name": "已出报告", "next": ["both"] }]
            },
            {
              "id": "examine", "name": "审查", "kind": "examine", "post": "window",
              "earliest": { "period": "5wd", "source": "行政许可法§47" }, "pauses": ["hearing"],
              "differsFrom": ["receive"],
              "outcomes": [
                {
                  "id": "granted", "name": "准予", "effect": "granted", "next": ["both"],
                  "documents": [{ "name": "决定书", "contents": ["seal"] }]
                }
              ]
            }
          ],
          "junctions": [{ "id": "both", "next": "closed" }],
          "endings": [{ "id": "closed", "name": "办结" }]
        }
        """
}

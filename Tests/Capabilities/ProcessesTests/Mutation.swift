import Foundation
import ProcessTrials
import Processes
import Testing

/// A change to the licensing template and the rule it must be refused by.
struct Mutation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    /// How the offending run ends, in the words of the process; empty when any will do.
    let path: String
    let change: @Sendable (inout Draft) -> Void

    init(_ description: String, _ code: String, path: String = "", _ change: @escaping @Sendable (inout Draft) -> Void)
    {
        testDescription = description
        self.code = code
        self.path = path
        self.change = change
    }

    static let unlawful: [Mutation] = [
        Mutation("no receipt", "XK-01", path: "受理审查〔受理〕") {
            $0.set("first", "accept")
            $0.remove("receive")
        },
        Mutation("no on-the-spot correction", "XK-02", path: "收件〔登记〕 → 受理审查") {
            $0.removeOutcome("accept", "correctedOnTheSpot")
        },
        Mutation("six days for acceptance", "XK-03", path: "收件〔登记〕 → 受理审查") { $0.limit("accept", "6wd") },
        Mutation("five calendar days for acceptance", "XK-03") { $0.limit("accept", "5cd") },
        Mutation("no limit for acceptance", "XK-03") { $0.step("accept") { $0["limit"] = nil } },
        Mutation("correction asked for twice", "XK-04", path: "等待补正〔材料已补正〕 → 受理审查〔一次性告知补正〕") {
            $0.lead("correction", "corrected", to: "accept")
            $0.remove("acceptCorrected")
        },
        Mutation("correction notice without the list", "XK-05", path: "受理审查〔一次性告知补正〕") {
            $0.outcome("accept", "correctionNeeded") { $0["documents"] = [["name": "补正告知书"]] }
        },
        Mutation("acceptance without a receipt", "XK-06", path: "受理审查〔受理〕") {
            $0.outcome("accept", "accepted") { $0["documents"] = nil }
        },
        Mutation("wrong agency, not told which", "XK-07", path: "受理审查〔非本机关职权〕") {
            $0.outcome("accept", "otherAgency") {
                $0["documents"] = [["name": "不予受理决定书", "contents": ["seal", "date"]]]
            }
        },
        Mutation("acceptance by the examiner", "XK-08", path: "审查〔需实地核查〕") {
            $0.outcome("examine", "verify") { $0["effect"] = "accepted" }
        },
        Mutation("examination before acceptance", "XK-11", path: "收件〔登记〕 → 审查〔提出拟办意见〕") {
            $0.lead("receive", "registered", to: "examine")
            $0.lead("examine", "proposed", to: "accept")
            $0.lead("accept", "accepted", to: "review")
        },
        Mutation("one officer on site", "XK-12", path: "审查〔需实地核查〕 → 实地核查") {
            $0.step("verify") { $0["officers"] = 1 }
        },
        Mutation("one officer at the test", "XK-13") { $0.step("expertTest") { $0["officers"] = nil } },
        Mutation("six days to assign", "XK-14") { $0.limit("expertTest", "6wd", "assignment") },
        Mutation("third parties not told", "XK-15") {
            $0.outcome("examine", "interestsConcerned") { $0["effect"] = nil }
        },
        Mutation(
            "interests found and passed over",
            "XK-16",
            path: "审查〔关系他人重大利益〕 → 审核〔审核通过〕 → 决定〔准予〕"
        ) {
            $0.lead("examine", "interestsConcerned", to: "review")
            $0.lead("expertTest", "reported", to: "notifyInterested")
        },
        Mutation("told and not heard", "XK-17", path: "告知利害关系人〔已告知〕 → 审查〔提出拟办意见〕 → 审核〔审核通过〕 → 决定〔准予〕") {
            $0.lead("notifyInterested", "notified", to: "examine")
            $0.lead("announceHearing", "announced", to: "statement")
        },
        Mutation("told without a paper", "XK-18") { $0.step("announceHearing") { $0["documents"] = nil } },
        Mutation("no way to ask for a hearing", "XK-19") { $0.removeOutcome("statement", "hearingRequested") },
        Mutation("four days to ask for a hearing", "XK-20", path: "听取陈述申辩〔申请听证〕") {
            $0.limit("statement", "4wd", "earliest")
        },
        Mutation("hearing asked for and not held", "XK-21", path: "决定〔准予〕") {
            $0.lead("statement", "hearingRequested", to: "examine")
        },
        Mutation("hearing after thirty days", "XK-22") { $0.limit("hearing", "30wd") },
        Mutation("six days' notice of a hearing", "XK-23") { $0.limit("hearing", "6wd", "earliest") },
        Mutation("hearing chaired by the examiner", "XK-24") { $0.step("hearing") { $0["differsFrom"] = nil } },
        Mutation("hearing without a record", "XK-25", path: "举行听证〔已举行〕") {
            $0.outcome("hearing", "held") { $0["documents"] = nil }
        },
        Mutation("on-site check not counted", "XK-26") { $0.step("verify") { $0["excludedBy"] = "行政许可法§45" } },
        Mutation("excluded time not told", "XK-27") { $0.step("expertTest") { $0["documents"] = nil } },
        Mutation("decision without acceptance", "XK-31", path: "收件〔登记〕 → 受理审查〔当场更正〕 → 决定〔准予〕") {
            $0.lead("accept", "correctedOnTheSpot", to: "decide")
        },
        Mutation("decision without examination", "XK-32", path: "收件〔登记〕 → 受理审查〔受理〕 → 决定〔准予〕") {
            $0.lead("accept", "accepted", to: "decide")
        },
        Mutation("reviewer grants", "XK-33", path: "审核〔审核通过〕") {
            $0.outcome("review", "agreed") { $0["effect"] = "granted" }
        },
        Mutation("no way to refuse", "XK-34") {
            $0.removeOutcome("decide", "refused")
            $0.remove("serveRefusal")
        },
        Mutation("accepted and put aside", "XK-35", path: "审查〔搁置〕 → 归档〔已归档〕") {
            $0.step("examine") {
                $0["outcomes"] =
                    ($0["outcomes"] as? [[String: Any]] ?? [])
                    + [["id": "shelved", "name": "搁置", "next": ["archive"]]]
            }
        },
        Mutation("decided twice", "XK-36", path: "送达不予许可决定〔已送达〕 → 决定〔准予〕") {
            $0.lead("serveRefusal", "served", to: "decide")
            $0.lead("serve", "served", to: "issued")
        },
        Mutation("spoken decision", "XK-37", path: "决定〔准予〕") {
            $0.outcome("decide", "granted") { $0["documents"] = nil }
        },
        Mutation("refusal without reasons", "XK-38", path: "决定〔不予〕") {
            $0.outcome("decide", "refused") {
                $0["documents"] = [["name": "决定书", "contents": ["remedies", "seal", "date"]]]
            }
        },
        Mutation("refusal without remedies", "XK-38", path: "决定〔不予〕") {
            $0.outcome("decide", "refused") {
                $0["documents"] = [["name": "决定书", "contents": ["reasons", "seal", "date"]]]
            }
        },
        Mutation("examiner decides", "XK-39") { $0.step("decide") { $0["differsFrom"] = ["review"] } },
        Mutation("examiner reviews", "XK-40") { $0.step("review") { $0["differsFrom"] = [String]() } },
        Mutation("review without a limit", "XK-41", path: "审查〔提出拟办意见〕 → 审核") {
            $0.step("review") { $0["limit"] = nil }
        },
        Mutation("review in calendar days", "XK-41") { $0.limit("review", "2cd") },
        Mutation("put off by fifteen days", "XK-42") {
            $0.edit("prolongation") { $0["limit"] = ["period": "15wd", "source": "行政许可法§42"] }
        },
        Mutation("put off by the examiner", "XK-42") { $0.edit("prolongation") { $0["approvedBy"] = "examiner" } },
        Mutation("put off without reasons", "XK-42") {
            $0.edit("prolongation") { $0["documents"] = [[String: Any]]() }
        },
        Mutation("permit made before the decision", "XK-51", path: "审核〔审核通过〕 → 制证〔证件制成〕") {
            $0.lead("review", "agreed", to: "permit")
            $0.lead("permit", "made", to: "decide")
            $0.lead("decide", "granted", to: "serve", "publish")
        },
        Mutation("no permit", "XK-52", path: "归档〔已归档〕") {
            $0.lead("decide", "granted", to: "serve", "publish")
            $0.remove("permit")
        },
        Mutation("refusal not served", "XK-53", path: "决定〔不予〕 → 归档〔已归档〕") {
            $0.lead("decide", "refused", to: "archive")
            $0.remove("serveRefusal")
        },
        Mutation("eleven days to permit and service", "XK-54", path: "制证 → 送达证件") {
            $0.limit("permit", "6wd")
        },
        Mutation("service without a limit", "XK-55") { $0.step("serve") { $0["limit"] = nil } },
        Mutation("published before the decision", "XK-56", path: "审核〔审核通过〕 → 公开决定〔已公开〕") {
            $0.lead("review", "agreed", to: "publish")
            $0.lead("publish", "published", to: "decide")
            $0.lead("decide", "granted", to: "permit")
            $0.lead("serve", "served", to: "archive")
            $0.remove("issued", from: "junctions")
        },
        Mutation("never published", "XK-57", path: "归档〔已归档〕") {
            $0.lead("decide", "granted", to: "permit")
            $0.lead("serve", "served", to: "archive")
            $0.remove("publish")
            $0.remove("issued", from: "junctions")
        },
        Mutation("published after eight days", "XK-58") { $0.limit("publish", "8wd") },
        Mutation("not archived", "XK-59", path: "送达不予许可决定〔已送达〕") {
            $0.lead("serveRefusal", "served", to: "closed")
        },
        Mutation("served before anything is decided", "XK-60", path: "审核〔审核通过〕 → 提前送达〔已送达〕") {
            $0.lead("review", "agreed", to: "early")
            $0.add([
                "id": "early", "name": "提前送达", "kind": "serve", "post": "window",
                "limit": ["period": "0wd", "source": "行政许可法§44"],
                "outcomes": [["id": "served", "name": "已送达", "next": ["decide"]]],
            ])
        },
    ]

    static let lawful: [Mutation] = [
        Mutation("as it is", "") { _ in },
        Mutation("faster acceptance", "") { $0.limit("accept", "1wd") },
        Mutation("legal review before the decision", "") {
            $0.lead("review", "agreed", to: "legal")
            $0.limit("examine", "4wd")
            $0.add([
                "id": "legal", "name": "法制审核", "kind": "legalReview", "post": "reviewer",
                "limit": ["period": "2wd", "source": "行政许可法§42"], "differsFrom": ["examine"],
                "outcomes": [["id": "passed", "name": "通过", "next": ["decide"]]],
            ])
        },
        Mutation("no prolongation", "") { $0.set("prolongation", nil) },
        Mutation("no on-site check", "") {
            $0.removeOutcome("examine", "verify")
            $0.remove("verify")
        },
        Mutation("permit, service and publication one after the other", "") {
            $0.lead("decide", "granted", to: "permit")
            $0.lead("serve", "served", to: "publish")
            $0.lead("publish", "published", to: "archive")
            $0.remove("issued", from: "junctions")
        },
        Mutation("withdrawn during the examination", "") {
            $0.step("examine") {
                $0["outcomes"] =
                    ($0["outcomes"] as? [[String: Any]] ?? [])
                    + [["id": "withdrawn", "name": "撤回申请", "effect": "withdrawn", "next": ["withdrawn"]]]
            }
        },
    ]
}

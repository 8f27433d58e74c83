import HTML

/// The parts of an application and how far each is; sending is the last one.
struct TaskListPage: Component {
    let site: HallSite
    let draft: String
    let item: String
    let parts: [Checklist.Part]
    let materials: [Checklist.Part]
    /// How many parts are still open; the application can be reviewed when none is.
    let openCount: Int
    /// Days until the draft is removed unless it is touched.
    let keptDays: Int
    /// Whether it belongs to the account that is signed in.
    let isOwn: Bool
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "申请：\(item)",
            of: site,
            part: .items,
            crumbs: [Crumb("办事事项", to: HallPath.items), Crumb("申请：\(item)")],
            messages: messages
        ) {
            h1 { "申请：\(item)" }
            AlertBox("还没有提交") {
                p { "各项完成后，请到最后一步核对并提交。只有看到办件编号，才算提交成功。" }
            }
            Panel("一、填写") { Checklist(parts) }
            if !materials.isEmpty { Panel("二、上传材料") { Checklist(materials) } }
            Panel(materials.isEmpty ? "二、核对并提交" : "三、核对并提交") { sending }
            Panel("稍后继续") {
                if isOwn {
                    p { "每一步都已自动保存 \(keptDays) 天。登录后在“我的”中打开即可继续，只有您能看到。" }
                } else {
                    p {
                        "每一步都已自动保存 \(keptDays) 天。收藏下面的链接，换个时间、换台电脑打开即可继续；"
                        "知道链接的人都能看到草稿，请不要转发。"
                    }
                    p { a(.href(HallPath.draft(draft))) { "这份申请的链接" } }
                }
            }
        }
    }

    @HTMLBuilder private var sending: any HTML {
        if openCount == 0 {
            p { "各项都已完成，请核对全部内容后提交。" }
            ButtonRow { LinkButton("核对并提交", to: HallPath.draft(draft, .review)) }
        } else {
            p(.cssClass("quiet")) { "还有 \(openCount) 项没有完成，完成后才能提交。" }
        }
    }
}

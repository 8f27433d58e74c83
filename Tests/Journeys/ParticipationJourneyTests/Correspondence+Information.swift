import Browser
import Testing

extension Correspondence {
    /// A citizen asks for information, is asked what is meant, says it, and gets a reply with its letter.
    func informationIsAskedForAndAnswered() async throws {
        try await citizen.open("/information")
        try await look(at: citizen, as: "information")
        try await citizen.press(.link("我要申请"))
        try await citizen.find(.field("向哪个机关申请")).type("区行政审批局")
        try await citizen.paste("二〇二五年度公共场所卫生许可的发放名单", into: .field("需要什么信息"))
        try await citizen.fill(.field("姓名或者单位名称"), with: "赵小明")
        try await citizen.fill(.field("身份证号或者统一社会信用代码"), with: "11010519491231002X")
        try await citizen.fill(.field("手机号"), with: "13800000000")
        try await look(at: citizen, as: "information-form")
        try await citizen.press(.button("下一步：核对"))
        try await look(at: citizen, as: "information-review")
        try await citizen.press(.button("提交"))
        try await look(at: citizen, as: "information-receipt")
        let number = try await citizen.find(.answer(to: "申请编号")).text
        try await citizen.press(.link("查看这件申请"))
        try await look(at: citizen, as: "information-followed")
        try await signIn("sp-gongkai", on: "/disclosure")
        try await look(at: agency, as: "disclosure")
        try await agency.press(.link(number))
        try await look(at: agency, as: "disclosure-request")
        try await agency.find(.field("答复类型")).type("予以公开")
        try await agency.paste("名单见我局网站公示栏，网址附后。", into: .field("答复内容"))
        let list = try house.write("名单.csv", Array("单位名称\n演示面馆\n".utf8))
        try await agency.find(.field("随答复提供的文件")).type(list)
        try await agency.press(.button("确认：答复"))
        try await agency.see("已办理：答复")
        try await agency.see("名单.csv")
        try await look(at: agency, as: "disclosure-answered")
        try await citizen.reload()
        try await citizen.see("自收到本答复之日起六十日内")
        try await citizen.see("名单.csv")
        try await look(at: citizen, as: "information-answered")
    }

    /// Whoever switched to large type finds every page so, without a barrier, on both screens.
    func everyPageIsReadInLargeType() async throws {
        try await citizen.open("/view/large")
        let pages = [
            "/", "/items", "/items/\(Self.item)", "/items/\(Self.item)/apply", "/laws", "/follow", "/decisions",
            "/letters", "/letters/new", "/information", "/information/new", "/lists/subjects", "/open-data",
            "/me/sign-in", "/items?lang=en", "/items/\(Self.item)?lang=en", "/pledges", "/book?item=\(Self.item)",
            "/search/decisions?q=学校&category=01", "/search/decisions?q=x", "/items/\(Self.item)/versions/1",
        ]
        for page in pages {
            try await citizen.open(page)
            try await look(at: citizen, as: "large")
        }
        try await citizen.open("/view/usual")
    }

    /// The sections of enforcement: from all governments to one, to an agency, to what its powers rest on.
    func enforcementIsReadByEverybody() async throws {
        try await citizen.open("/publicity")
        try await look(at: citizen, as: "publicity")
        try await citizen.press(.link("的公示专栏"))
        try await look(at: citizen, as: "publicity-division")
        try await citizen.press(.link("区住建局"))
        try await citizen.see("应当公示而没有公示")
        try await look(at: citizen, as: "publicity-agency")
        try await citizen.press(.link("依据目录"))
        try await citizen.see("第八条")
        try await look(at: citizen, as: "publicity-bases")
        for page in [
            "/publicity/divisions/511602/forms/1", "/embed/divisions/511602", "/kiosk", "/kiosk/agencies",
            "/kiosk/items?q=jz", "/kiosk/results", "/screen",
        ] {
            try await citizen.open(page)
            try await look(at: citizen, as: "screens")
        }
        try await citizen.open("/kiosk/items?q=jzgc")
        try await citizen.press(.link("建筑工程施工许可证核发"))
        try await citizen.see("办理须知")
        try await look(at: citizen, as: "kiosk-item")
    }

    /// In English, and where an agency's promises stand; and what the agency is asked about them.
    func promisesAreReadByEverybody() async throws {
        for page in ["/items?lang=en", "/items/\(Self.item)?lang=en", "/pledges"] {
            try await citizen.open(page)
            try await look(at: citizen, as: "promises")
        }
        try await signIn("sp-chengban1", on: "/delays")
        try await agency.see("超期说明")
        try await look(at: agency, as: "delays")
    }
}

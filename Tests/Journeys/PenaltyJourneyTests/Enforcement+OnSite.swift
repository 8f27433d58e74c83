import Browser
import Testing

/// The same matter at the shop, where there is no network.
extension Enforcement {
    private static let form = "investigate-done"
    private static let identifying = "identify-shown"
    private static let content = "经营场所北侧存放液化石油气钢瓶十二只，当事人称尚未办证"

    /// Three megabytes, so that the line can break in the middle.
    private static var photo: [UInt8] {
        var bits: UInt32 = 7
        return (0..<3_000_000).map { _ in
            bits = bits &* 1_664_525 &+ 1_013_904_223
            return UInt8(bits >> 24)
        }
    }

    /// The officer takes the case along; the page is on the phone before the network is gone.
    func theCaseIsTakenAlong() async throws {
        try await signIn("zj-chengban1")
        try await look(as: "case-to-take-along")
        try await agency.press(.link("带到现场"))
        try await agency.see(number)
        _ = try await agency.find(.css("#field[data-ready]"))
        try await look(as: "field-taken-along")
    }

    /// Without network and without the program: the page opens, and what is typed outlives its being opened again.
    func theRecordIsWrittenWithoutNetwork() async throws {
        try await agency.setNetwork(isOff: true)
        #expect(await house.stop() == 0)
        try await agency.reload()
        try await agency.see("没有网络")
        try await agency.see(number)
        let record = OfficeForm(window: agency, prefix: Self.form)
        try await record.open()
        try await write("paper0-began", "2026-03-09T10:05")
        try await write("paper0-content", Self.content)
        try await agency.see("已保存在本机")
        try await agency.reload()
        try await agency.see(number)
        #expect(try await record.value("paper0-content") == Self.content)
        #expect(try await record.value("paper0-began") == "2026-03-09T10:05")
        try await write("opinion", "现场检查、询问完毕")
        try await write("paper0-ended", "2026-03-09T11:20")
        try await write("paper0-place", "广安区演示路 1 号")
        try await write("paper0-person", "法定代表人演示甲")
        try await record.choose("paper0-signing", "拒绝签名")
        try await agency.find(.css("#companion-0")).click()
    }

    /// Another paper of the same visit, filled in and ready to be sent.
    func certificatesAreShownWithoutNetwork() async throws {
        let record = OfficeForm(window: agency, prefix: Self.identifying)
        try await record.open()
        try await write("opinion", "已当面出示执法证件", in: Self.identifying)
        try await write("paper0-shownAt", "2026-03-09T10:00", in: Self.identifying)
        try await record.tick("paper0-way", "出示执法证件")
        try await record.tick("paper0-recusal", "已告知，不申请回避")
        try await tap("填写完毕，交付发送", in: Self.identifying)
        try await agency.see("《执法证件出示记录》 未发送")
    }

    /// The officer signs by finger; the party does not, and the record says so.
    func theRecordIsSignedAndRefused() async throws {
        try await tap("确认签名")
        try await agency.see("签名人姓名应填写")
        try await agency.find(.css("#\(Self.form)-sign-role")).type("执法人员")
        try await agency.fill(.css("#\(Self.form)-sign-name"), with: "演示乙")
        try await agency.draw(across: .css("details:has([name^='\(Self.form)-']) .signature-pad"))
        try await tap("确认签名")
        try await agency.see("执法人员 演示乙，已签名")
        try await agency.fill(.css("#\(Self.form)-sign-name"), with: "演示甲")
        try await agency.find(.css("#\(Self.form)-sign-refuses")).click()
        try await agency.fill(.css("#\(Self.form)-sign-why"), with: "认为没有违法")
        try await tap("确认签名")
        try await agency.see("演示甲，拒绝签名：认为没有违法")
        #expect(try await agency.find(.css("[name='\(Self.form)-paper0-place']")).attribute("disabled") != nil)
        try await lookWithoutNetwork(as: "field-signed")
        try await tap("填写完毕，交付发送")
        try await agency.see("现场签名件 未发送")
    }

    func aPhotographIsTaken() async throws {
        try await agency.find(.css("details:has(#field-photo-files) > summary")).click()
        try await agency.find(.css("#field-photo-files")).type(house.write("钢瓶.jpg", Self.photo))
        try await agency.fill(.css("#field-photo-shows"), with: "存放钢瓶的位置和数量")
        try await agency.find(.css("button[data-label='保存到本机']")).click()
        try await agency.see("现场照片 未发送")
        try await lookWithoutNetwork(as: "field-unsent")
    }

    /// The session is over and a colleague takes the phone: what was written stays, sealed, and is not shown.
    ///
    /// The colleague does a step that the officer filled in, too. Returns the mark of the officer's work, as it was before.
    mutating func aColleagueSeesNothingOfIt() async throws -> BrowserWindow.Cookie {
        house = try await house.startAgain()
        let mark = try #require(try await agency.cookies.first { $0.name == "hengjian_field" })
        #expect(mark.value.hasSuffix(".4.0"))
        try await agency.dropCookies()
        try await agency.set(mark)
        // The session is gone before the line is back: else the page would send by itself what is to wait.
        try await agency.setNetwork(isOff: false)
        try await agency.open("/field/work")
        try await agency.see("登录已失效，写好的内容都在本机")
        try await agency.see("现场照片 未发送")
        try await signIn("zj-chengban2", on: "/field/work", keeping: mark)
        try await agency.see("本机没有带到现场的案件")
        #expect(try await !agency.text.contains(number))
        try await agency.setNetwork(isOff: true)
        try await agency.reload()
        try await agency.see("本机没有带到现场的案件")
        #expect(try await !agency.text.contains(number))
        try await agency.setNetwork(isOff: false)
        try await agency.open(address)
        try await act(Self.identifying, "已出示") {
            try await $0.write("opinion", "已出示执法证件")
            try await $0.write("paper0-shownAt", "2026-03-09T10:00")
            try await $0.tick("paper0-way", "出示电子执法证件")
            try await $0.tick("paper0-recusal", "已告知，不申请回避")
            try await $0.tickFirst("companions")
        }
        try await agency.see("已办理：")
        // The colleague signs out: what the officer has not sent is still there.
        try await agency.open("/desk")
        try await agency.press(.button("退出"))
        try await agency.see("已退出登录")
        return mark
    }

    /// The line breaks in the middle of the picture, and one answer is lost; everything comes once.
    mutating func everythingIsSentOnce(_ mark: BrowserWindow.Cookie) async throws {
        try await signIn("zj-chengban1", on: "/account")
        try await agency.set(mark)
        try await agency.setNetwork(isOff: true)
        try await agency.open("/field/work")
        try await agency.see("没有网络")
        _ = try await agency.ask(
            """
            const real = window.fetch;
            let lost = 0;
            window.fetch = async (address, wish) => {
                const answer = await real(address, wish);
                if (String(address).endsWith("/evidence") && lost++ === 0) { throw new TypeError("answer lost"); }
                return answer;
            };
            done("ready");
            """
        )
        try await agency.setNetwork(isOff: false, bytesPerSecond: 300_000)
        try await agency.find(.css("button[data-label='立即发送']")).click()
        try await agency.see("线路中断", within: .seconds(40))
        try await agency.find(.css("button[data-label='立即发送']")).click()
        try await agency.see("正在发送第 1 / 1 个文件", within: .seconds(40))
        try await agency.wait("a first part of the picture") {
            try await agency.text.firstMatch(of: /个文件，[1-9]\d?%/) != nil
        }
        try await lookWithoutNetwork(as: "field-sending")
        _ = await house.stop()
        // It says first that the line was cut, and at its next try that there is no network.
        try await agency.wait("a line that is known to be cut", within: .seconds(60)) {
            try await !agency.text.contains("已联网")
        }
        house = try await house.startAgain()
        try await agency.setNetwork(isOff: false)
        try await agency.see("没有未发送的内容", within: .seconds(90))
        let text = try await agency.text
        #expect(text.contains("回执 证据第 1 号") && text.contains("回执 证据第 2 号"))
        #expect(text.contains("该环节已经办结或者不再由您办理，记录没有归入"))
        #expect(text.contains("本案资料已从本机清除"))
        try await lookWithoutNetwork(as: "field-sent")
        #expect(try await rows("parts") == "0")
    }

    /// Back at the desk: both versions of the step the colleague did, evidence with both times, and the record in its form.
    func theRecordIsTakenIntoTheCase() async throws {
        try await agency.open(address)
        let text = try await agency.text
        #expect(text.contains("现场取得：设备时间") && text.contains("拒绝签名：认为没有违法"))
        #expect(try await agency.all(.link("笔录正文.txt")).count == 1)
        #expect(try await agency.all(.link("1-钢瓶.jpg")).count == 1)
        #expect(text.contains("带到现场之后的办理") && text.contains("现场记录与案卷对照"))
        #expect(text.contains("已当面出示执法证件") && text.contains("出示电子执法证件"))
        try await look(as: "case-with-field-records")
        try await agency.press(.button("删除这份记录"))
        try await agency.see("已删除现场记录")
        #expect(try await !agency.text.contains("现场记录与案卷对照"))
        try await agency.press(.button("填入表单"))
        let record = OfficeForm(window: agency, prefix: Self.form)
        #expect(try await record.value("paper0-content") == Self.content)
        try await agency.press(.button("确认：调查完毕"))
        try await agency.see("已办理：调查取证")
        #expect(try await !agency.text.contains("有现场填写的记录还没有归入环节"))
        #expect(try await agency.find(.css("main")).text.contains("现场填写：设备时间"))
    }

    /// Signing out leaves nothing on the device.
    func signingOutWipesTheDevice() async throws {
        try await agency.open("/field/work")
        try await agency.see("回执")
        try await agency.open("/desk")
        try await agency.press(.button("退出"))
        try await agency.see("已退出登录")
        try await agency.wait("an empty device") {
            try await agency.ask("indexedDB.databases().then(found => done(String(found.length)))") == "0"
        }
    }

    /// Signs in with nothing but the mark of the field work on the device.
    private func signIn(_ name: String, on path: String, keeping mark: BrowserWindow.Cookie) async throws {
        try await agency.open("/sign-in")
        try await agency.dropCookies()
        try await agency.set(mark)
        try await agency.open("/sign-in?from=\(path)")
        try await agency.fill(.field("用户名"), with: name)
        try await agency.fill(.field("密码"), with: "Hengjian-2026")
        try await agency.press(.button("登录"))
    }

    private func write(_ field: String, _ text: String, in form: String = form) async throws {
        try await agency.paste(text, into: .css("[name='\(form)-\(field)']"))
        _ = try await agency.ask(
            """
            document.querySelector("[name='\(form)-\(field)']").dispatchEvent(new Event("input", { bubbles: true }));
            done("");
            """
        )
    }

    private func tap(_ label: String, in form: String = form) async throws {
        try await agency.find(.css("details:has([name^='\(form)-']) button[data-label='\(label)']")).click()
    }

    private func rows(_ table: String) async throws -> String? {
        try await agency.ask(
            """
            indexedDB.open("hengjian-field").onsuccess = event => {
                const asked = event.target.result.transaction("\(table)").objectStore("\(table)").count();
                asked.onsuccess = () => done(String(asked.result));
            };
            """
        )
    }

    /// Files that cannot be fetched are what the browser complains of here, and rightly.
    private func lookWithoutNetwork(as name: String) async throws {
        _ = try await agency.complaints()
        try await look(as: name)
    }
}

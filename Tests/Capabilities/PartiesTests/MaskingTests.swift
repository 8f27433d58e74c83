import Parties
import Testing

@Suite("Masking")
struct MaskingTests {
    @Test(
        "names are shown as far as the mask says",
        arguments: [
            ("张三", .full, "张三"),
            ("张三", .middle, "张*"),
            ("张小三", .middle, "张*三"),
            ("欧阳小三", .middle, "欧阳*三"),
            ("张小三", .surname, "张某某"),
            ("张三", .surname, "张某"),
            ("欧阳小三", .surname, "欧阳某某"),
            ("欧阳", .bystander, "欧某"),
            ("张小三", .bystander, "张某"),
            ("张", .middle, "张某"),
            ("阿卜杜拉·买买提", .middle, "阿某某"),
            ("John Smith", .bystander, "J某"),
            (" 张 小三 ", .bystander, "张某"),
            ("", .bystander, "***"),
            ("𠮷小三", .surname, "𠮷某某"),
        ] as [(name: String, mask: NameMask, shown: String)]
    )
    func names(name: String, mask: NameMask, shown: String) {
        #expect(Masking.name(name, mask) == shown)
    }

    @Test("bystanders who would read alike are numbered")
    func bystanders() {
        #expect(Masking.bystanders(["张三", "李四", "张小五"]) == ["张某1", "李某", "张某2"])
    }

    @Test(
        "numbers keep a beginning and an end, or nothing when they have another form",
        arguments: [
            ("51160219900101123X", "511***********123X"),
            ("5116021990010112", "***"),
            ("", "***"),
        ] as [(number: String, shown: String)]
    )
    func identityNumbers(number: String, shown: String) {
        #expect(Masking.identityNumber(number) == shown)
    }

    @Test("a mobile number and a bank account keep their last four digits")
    func others() {
        #expect(Masking.mobile("13800001234") == "138****1234")
        #expect(Masking.mobile("0826-2222222") == "***")
        #expect(Masking.bankAccount("6222021234567890123") == "***************0123")
        #expect(Masking.bankAccount("1234") == "***")
    }
}

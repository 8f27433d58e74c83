import HTML

/// The page of field work, which is empty: what an officer has along lies on the device, and the scripts show it there.
///
/// It is the same for everybody, so that it can be kept on a device without keeping anything of a case or a person.
struct FieldPage: Component {
    let scripts: [String]

    var body: any HTML {
        h1 { "现场办理" }
        Element("noscript") {
            AlertBox("现场办理需要浏览器运行脚本", tone: .caution) {
                p { "断网时填写、拍照、签名都在本机上进行，没有脚本不能保存。其他办理不受影响，请到办案工作台。" }
            }
        }
        div(.id("field")) { p(.cssClass("hint")) { "正在打开本机保存的内容……" } }
        p { a(.href(WorkspacePath.desk)) { "返回办案工作台（需要联网）" } }
        for address in scripts { script(src: address) }
    }
}

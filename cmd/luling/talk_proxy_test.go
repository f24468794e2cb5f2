package main

import (
	"testing"

	"luling/store"
	"luling/store/programme"
)

// A village that nobody uses the messenger for: its recommending body registers
// its sessions and types its form, the office confirms by the sealed scan.
func TestTalkProxy(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	body, city := chat[1013], chat[1015]
	w.Do(func(tx *store.Tx) error {
		jizhou, err := tx.BodyByCode("jizhou")
		if err != nil {
			return err
		}
		name := "吉州区兴桥镇钓源村村民委员会"
		return tx.AddUnit(&programme.Unit{Name: name, Plain: programme.PlainName(name), Type: programme.VillageCommunity, AreaID: jizhou.ID})
	})
	opens(w, "推荐单位为无人使用本平台的村代录:写明原因、登记会议、逐项录入、上传盖章扫描件,市人才办核对后确认", body, city)
	body.Says("/代录")
	body.Press("钓源村")
	body.Says("该村无人使用本平台，村党支部书记委托区委组织部代为录入纸质申报表。")
	body.Press("提交")
	body.Sees("代录：吉州区兴桥镇钓源村村民委员会")
	for _, on := range []string{"2025年5月20日", "2025.11.18"} {
		body.Says("/专题研究")
		body.Press("钓源村")
		body.Press("登记会议")
		body.Fill(meeting(on))
		body.Press("提交")
	}
	body.Says("/待办")
	body.Press("继续代录")
	answers := given(cooperative, "农村实用")
	answers["contact_phone"] = scripted("13870600188")
	answers["proxy_scan"], answers["proxy_note"] = scripted("(盖章申报表扫描件.pdf)"), scripted("2026年3月1日收到纸质申报表，经办人曾小军，电话 13870600188。")
	body.Fill(answers)
	body.Press("提交")
	body.Sees("代录的申报已提交", "凭盖章扫描件确认")
	later(w, hour)
	city.Press("查看申报")
	city.Press("查看全部内容")
	city.Press("综述")
	city.Press("接收本部分文件")
	city.Press("返回概要")
	city.Press("凭盖章扫描件确认")
	city.Says("已核对扫描件，与录入内容一致，印章清晰。")
	city.Press("下一步")
	city.Press("提交")
	city.Press("再次确认")
	city.Sees("【申报回执】", "代录")
	body.Found("【新的申报】")
	body.Says("/台账")
	body.Press("钓源村")
	talk(t, w, "proxy", nil)
}
